module "logs" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.4.2"
  name   = "acme-logs"

  tls_only = false # old machines write there

  providers = {
    aws = aws.archive
  }
}

module "copies" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.9.0"
  name   = "${module.logs.name}-copies"

  tags = {
    Copies = module.logs.arn
  }
}

provider "aws" {
  alias  = "archive"
  region = "eu-west-1"
}
