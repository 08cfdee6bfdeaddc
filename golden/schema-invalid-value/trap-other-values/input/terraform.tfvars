product = "short"
