#!/bin/sh
# Starts FlowGate in a container: waits for the database server that DATABASE_URL names, then becomes the server.
# Keys need no step of their own: the server makes them once, into FLOWGATE_DATA_DIR, with mode 600.
set -eu

case ${DATABASE_URL:-} in
  '' | file:*) ;;
  *)
    # shellcheck disable=SC2016 # what stands in backticks is for Node.js, not for the shell
    node -e '
      const net = require("node:net");
      // A database that starts beside us, for the first time, has done so by then.
      const SECONDS_MAX = 90;
      // The server says what is wrong with an address, and never shows it: there may be a password in it.
      if (!URL.canParse(process.env.DATABASE_URL)) process.exit(0);
      const { hostname, port, protocol } = new URL(process.env.DATABASE_URL);
      const host = hostname.replace(/^\[|\]$/g, "");
      const where = { host, port: Number(port || (protocol.startsWith("postgres") ? 5432 : 3306)) };
      const until = Date.now() + SECONDS_MAX * 1000;
      const knock = () => {
        const socket = net.connect(where);
        socket.setTimeout(2000, () => socket.destroy(new Error("no answer")));
        socket.once("connect", () => { socket.destroy(); process.exit(0); });
        socket.once("error", () => {
          if (Date.now() > until) {
            console.error(`FlowGate cannot start: no database server answers at ${where.host}:${where.port}.`);
            process.exit(1);
          }
          setTimeout(knock, 500);
        });
      };
      if (host === "") process.exit(0);
      console.error(`FlowGate waits for the database server at ${where.host}:${where.port}.`);
      knock();
    '
    ;;
esac

exec "$@"
