"""명령 — one file per `majungmul` command: parse arguments, call one function or one action, print."""
