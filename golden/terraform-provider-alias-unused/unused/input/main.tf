provider "aws" {
  region = "eu-west-1"
}

# of the backups
provider "aws" {
  alias  = "replica"
  region = "eu-west-2"
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}
