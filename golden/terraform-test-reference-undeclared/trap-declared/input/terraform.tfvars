shared = "x"
