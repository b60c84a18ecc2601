"""Flaskr's twin: the same session, read and written by Flask itself."""

import hmac
import os
import secrets

from flask import Flask, abort, flash, redirect, render_template_string, request, session
from werkzeug.serving import make_server

app = Flask(__name__)
app.config.update(
    # the sample's own key; public, and so for the sample only
    SECRET_KEY=os.environ.get("SECRET_KEY", "flaskr-sample-key--never-use-it-elsewhere"),
    SESSION_COOKIE_SAMESITE="Lax",
)
if os.environ.get("SESSION_TYPE") == "redis":
    from flask_session import Session
    from redis import Redis

    app.config.update(
        SESSION_TYPE="redis",
        SESSION_REDIS=Redis("127.0.0.1", int(os.environ.get("REDIS_PORT", "6379"))),
        SESSION_USE_SIGNER=False,
    )
    Session(app)

USERS = {"admin": "default", "guest": "welcome"}

PAGE = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Flask twin</title>
<style>
  body { max-width: 45rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.5 system-ui, sans-serif }
  th, td { padding: .3rem 1rem .3rem 0; text-align: start; vertical-align: top; overflow-wrap: anywhere }
</style>
<h1>Flask twin</h1>
<div role="status">
{% for category, message in get_flashed_messages(with_categories=true) %}
  <p class="{{ category }}"><strong>{{ message }}</strong></p>
{% endfor %}
</div>
{% if session.logged_in %}
<form method="post" action="/logout">
  <input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
  <p>Logged in as {{ session.username }}. <button>Log out</button></p>
</form>
{% else %}
<form method="post" action="/login">
  <input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
  <p><label>Username <input name="username" required autocomplete="username"></label></p>
  <p><label>Password <input name="password" type="password" required autocomplete="current-password"></label></p>
  <p><button>Log in</button></p>
</form>
{% endif %}
<h2>The session</h2>
<table>
{% for key, value in session | dictsort %}
  <tr><th scope="row">{{ key }}</th><td>{{ value.__class__.__name__ }}</td><td><code>{{ value.__repr__() }}</code></td></tr>
{% endfor %}
</table>
</html>
"""


@app.template_global()
def csrf_token():
    if "csrf_token" not in session:
        session["csrf_token"] = secrets.token_hex(16)
    return session["csrf_token"]


@app.before_request
def check_csrf_token():
    if request.method == "POST":
        sent = request.form.get("csrf_token", "").encode()
        if not hmac.compare_digest(sent, session.get("csrf_token", "").encode()) or not sent:
            abort(403)


@app.get("/")
def show():
    return render_template_string(PAGE)


@app.post("/login")
def log_in():
    username = request.form["username"]
    password = request.form["password"].encode()
    if username not in USERS:
        flash("Invalid username", "error")
    elif not hmac.compare_digest(password, USERS[username].encode()):
        flash("Invalid password", "error")
    else:
        session.pop("csrf_token", None)
        session["logged_in"] = True
        session["username"] = username
        flash("You were logged in", "success")
    return redirect("/")


@app.post("/logout")
def log_out():
    session.clear()
    flash("You were logged out", "success")
    return redirect("/")


if __name__ == "__main__":
    # port 0 is any free one
    server = make_server("127.0.0.1", int(os.environ.get("PORT", "5000")), app, threaded=True)
    print(f"Listening on http://localhost:{server.port}/", flush=True)
    server.serve_forever()
