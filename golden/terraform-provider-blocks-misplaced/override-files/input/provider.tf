terraform {
  backend "s3" {
    bucket = "shop-state"
    key    = "queue.tfstate"
    region = "eu-central-1"
  }
}

provider "aws" {
  region = "eu-central-1"
}
