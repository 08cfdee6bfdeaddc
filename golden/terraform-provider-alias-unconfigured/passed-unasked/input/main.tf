provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "dns"
  region = "us-east-1"
}

# Terraform passes what the module does not ask for, with a warning.
module "zone" {
  source = "./child"

  providers = {
    aws     = aws
    aws.dns = aws.dns
  }
}
