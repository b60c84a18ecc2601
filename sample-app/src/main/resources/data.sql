insert into entries (title, text) values
    ('Flaskr has moved', 'These pages come from Spring Boot now. The session cookie is still Flask''s: whoever was logged in yesterday is logged in today.'),
    ('Have a look inside', 'The page "Session" takes the cookie apart and shows what it holds.

Its buttons put more there. Nothing of it is kept on the server.');
