provider "aws" {
  region = "eu-west-1"
}

# of the backups
provider "aws" {
  alias  = "replica"
  region = "eu-west-2"
}
