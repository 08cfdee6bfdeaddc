environment = "nowhere"
