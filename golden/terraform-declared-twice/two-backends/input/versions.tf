terraform {
  required_version = ">= 1.5"

  backend "s3" {
    bucket = "shop-state"
    key    = "network.tfstate"
    region = "eu-central-1"
  }
}
