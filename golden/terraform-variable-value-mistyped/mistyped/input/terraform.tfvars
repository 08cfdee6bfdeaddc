zones  = "eu-west-1a"
size   = "many"
server = { size = 1 }
secret = null
