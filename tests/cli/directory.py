"""A directory of organisations for tests, on loopback: directory.py PORT FOLDER.

It answers as recherche-entreprises.api.gouv.fr does, or as the file "mode" in
the folder says (down, broken, slow); what was asked is in "asked"."""
import http.server
import json
import pathlib
import sys
import urllib.parse

folder = pathlib.Path(sys.argv[2])


class Directory(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        with open(folder / "asked", "a") as f:
            f.write(asked["q"][0] + "\n")
        mode = (folder / "mode").read_text().strip()
        if mode == "down":
            self.send_error(503)
            return
        body = b"<html>" if mode == "broken" else json.dumps({"results": [{
            "siren": asked["q"][0][:9],
            "nom_complet": "NOM DU REGISTRE",
            "activite_principale": "38.32Z",
            "nature_juridique": "9220",
            "siege": {"siret": "00000000000000"},
            "matching_etablissements": [] if mode == "other" else [{
                "siret": asked["q"][0],
                "adresse": "4 RUE DES FILAOS 97436 SAINT-LEU",
                "commune": "97413"}],
        }]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Directory)
(folder / "ready").touch()
server.serve_forever()
