terraform {
  source = "../modules/vpc"
}

inputs = {
  zones = [1, 2]
  name  = "main"
}
