terraform {
  backend "s3" {
    bucket = "shop-state"
    key    = "queue.tfstate"
    region = "eu-central-1"
  }
}
