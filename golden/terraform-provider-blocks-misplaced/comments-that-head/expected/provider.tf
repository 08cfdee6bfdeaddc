# ------------------------------------
# Providers
# ------------------------------------

# checkov:skip=CKV_AWS_41: no keys in here
provider "aws" {
  region = "eu-west-1"
}

# The account of the auditors

provider "aws" {
  alias  = "audit"
  region = "eu-west-2"
}

provider "random" {}
