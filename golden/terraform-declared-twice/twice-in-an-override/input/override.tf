terraform {
  backend "local" {}
}

terraform {
  backend "s3" {
    bucket = "state"
    key    = "network"
    region = "eu-west-1"
  }
}
