# The account of the shop.
provider "aws" {
  region  = "eu-central-1" # Frankfurt
  profile = "shop"

  default_tags {
    tags = {
      team = "shop"
    }
  }
}
