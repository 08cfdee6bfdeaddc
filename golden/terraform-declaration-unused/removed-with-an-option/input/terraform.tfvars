old = "y"
