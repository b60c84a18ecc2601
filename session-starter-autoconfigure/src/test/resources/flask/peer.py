"""A Flask application that shares its session cookie with the tests' Spring application."""

import json
import os
from datetime import datetime, timezone
from uuid import UUID

from flask import Flask, request, session
from flask.json.tag import TaggedJSONSerializer
from markupsafe import Markup
from werkzeug.serving import make_server

app = Flask(__name__)
app.config.update(json.loads(os.environ["FLASK_CONFIG"]))
if "SESSION_TYPE" in app.config:
    import flask_session

    if app.config["SESSION_TYPE"] == "redis":
        import redis

        app.config["SESSION_REDIS"] = redis.Redis(port=app.config["REDIS_PORT"])
    elif app.config["SESSION_TYPE"] == "memcached":
        import pylibmc

        app.config["SESSION_MEMCACHED"] = pylibmc.Client([app.config["MEMCACHED"]], binary=True)
    extension = flask_session.Session(app)
    if app.config["SESSION_TYPE"] == "sqlalchemy":
        with app.app_context():
            app.session_interface.db.create_all()
tagged_json = TaggedJSONSerializer()

EVERY_TYPE = {
    "null": None,
    "true": True,
    "int": 42,
    "negative": -7,
    "long": 2**53,
    "big": 2**70,
    "float": 0.1,
    "exponent": 2e23,
    "tiny": 5e-324,
    "nan": float("nan"),
    "infinity": float("-inf"),
    "text": "h\u00e9llo \u6f22 \U0001f600 \x7f",
    "surrogate": "a\ud83d",
    "list": [1, [2, {"a": None}]],
    "dict": {"b": 1, "a": {"\U0001f600": 1, "\uffee": 2}},
    "tuple": (1, ("a", [])),
    "bytes": b"\x00\xff",
    "markup": Markup("<b>bold</b>"),
    "uuid": UUID("c7f336da-84c6-a400-20b8-1d7f8e9e7bb8"),
    "datetime": datetime(2023, 11, 5, 2, 3, 4, tzinfo=timezone.utc),
    "tag": {" t": 1},
    "masked": {" di": {" d__": 2}},
}


@app.get("/fill")
def fill():
    session.update(EVERY_TYPE)
    return "filled"


@app.get("/fill-a-lot")
def fill_a_lot():
    session["many"] = ["compress me"] * 500
    return "filled"


@app.get("/dump")
def dump():
    return tagged_json.dumps(dict(session))


@app.get("/permanent")
def permanent():
    session.permanent = request.args["v"] == "1"
    return "set"


@app.get("/read")
def read():
    return str(session.get(request.args["k"]))


@app.get("/put")
def put():
    session[request.args["k"]] = request.args["v"]
    return "put"


@app.get("/types")
def types():
    return " ".join(f"{key}={type(value).__name__}" for key, value in sorted(session.items()))


server = make_server("127.0.0.1", 0, app)
print(server.server_port, flush=True)
server.serve_forever()
