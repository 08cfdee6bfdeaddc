size   = "many"
zones  = var.zones
secret = "x"
gone   = {}
