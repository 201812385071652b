# A clamd for tests, on loopback or a Unix socket: INSTREAM only. It finds the
# EICAR string, which is put together here so that no file of ours holds it.
# Usage: clamd.py unix PATH | clamd.py tcp PORTFILE
import os, socket, struct, sys

EICAR = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-STANDARD" +
         "-ANTIVIRUS-TEST-FILE!$H+H*").encode()
LIMIT = 1 << 20


def whole(c, n):
    data = b""
    while len(data) < n:
        more = c.recv(n - len(data))
        if not more:
            raise ConnectionError
        data += more
    return data


def verdict(c):
    data = b""
    if whole(c, 10) != b"zINSTREAM\0":
        return b"UNKNOWN COMMAND"
    while True:
        n = struct.unpack(">I", whole(c, 4))[0]
        if n == 0:
            break
        data += whole(c, n)
        if len(data) > LIMIT:
            return b"INSTREAM size limit exceeded. ERROR"
    return b"stream: Eicar-Test-Signature FOUND" if EICAR in data else b"stream: OK"


if sys.argv[1] == "unix":
    s = socket.socket(socket.AF_UNIX)
    s.bind(sys.argv[2])
else:
    s = socket.create_server(("127.0.0.1", 0))
    with open(sys.argv[2] + ".new", "w") as f:
        f.write(str(s.getsockname()[1]))
    os.rename(sys.argv[2] + ".new", sys.argv[2])
s.listen()
while True:
    c, _ = s.accept()
    try:
        c.sendall(verdict(c) + b"\0")
    except OSError:
        pass
    c.close()
