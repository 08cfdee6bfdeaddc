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

# Certificates of CloudFront are in us-east-1 only.
provider "aws" {
  alias   = "replica"
  region  = var.replica_region
  profile = "shop"

  default_tags {
    tags = {
      team = "shop"
    }
  }
}

provider "aws" {
  alias   = "us_east_1"
  region  = "us-east-1"
  profile = "shop"

  default_tags {
    tags = {
      team = "shop"
    }
  }
}
