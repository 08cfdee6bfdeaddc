regoin = "eu-west-2"
team   = "web"
