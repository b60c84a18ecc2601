"""A Flask-Session on a SQLite file, for one request: sqlalchemy_peer.py FILE create|write|read [SID [JSON]]"""
import json
import sys

from flask import Flask, session
from flask_session import Session
from flask_sqlalchemy import SQLAlchemy

file, command, *arguments = sys.argv[1:]
app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///" + file
db = SQLAlchemy(app)
app.config.update(SESSION_TYPE="sqlalchemy", SESSION_SQLALCHEMY=db, SESSION_SERIALIZATION_FORMAT="json")
Session(app)


@app.route("/write", methods=["POST"])
def write():
    session.update(json.loads(arguments[1]))
    return ""


@app.route("/read")
def read():
    return json.dumps(dict(session), sort_keys=True)


if command == "create":
    with app.app_context():
        db.create_all()
else:
    method = "POST" if command == "write" else "GET"
    client = app.test_client(use_cookies=False)
    response = client.open("/" + command, method=method, headers={"Cookie": "session=" + arguments[0]})
    assert response.status_code == 200, response.status
    print(response.get_data(as_text=True))
