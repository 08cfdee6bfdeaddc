other = "short"
