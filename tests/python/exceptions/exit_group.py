raise BaseExceptionGroup("exits", [SystemExit(3), SystemExit("text")])
