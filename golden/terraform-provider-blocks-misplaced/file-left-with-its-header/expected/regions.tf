# ------------------------------------------------------------
# The regions that the shop is in.
# ------------------------------------------------------------

# Europe

provider "aws" {
  alias  = "eu-west-1"
  region = "eu-west-1"
}

provider "aws" {
  alias  = "eu-north-1"
  region = "eu-north-1"

  ignore_tags {
    key_prefixes = ["kubernetes.io/"]
  }
}

# America

# The first region of all.
provider "aws" {
  alias  = "us-east-1"
  region = "us-east-1"
}

# Asia is to follow.
