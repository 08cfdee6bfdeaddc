provider "aws" {
  region = "eu-west-1"
}

# of the backups
provider "aws" {
  alias  = "replica"
  region = "eu-west-2"
}

provider "aws" {
  alias  = "passed"
  region = "eu-west-2"
}

provider "aws" {
  alias  = "imports"
  region = "eu-west-2"
}

provider "aws" {
  alias  = "reads"
  region = "eu-west-2"
}

provider "aws" {
  alias  = "secret"
  region = "eu-west-2"
}

resource "aws_sns_topic" "alerts" {
  provider = aws.replica
  name     = "alerts"
}

data "aws_region" "here" {
  provider = aws.reads
}

ephemeral "aws_secretsmanager_secret_version" "a" {
  provider  = aws.secret
  secret_id = "a"
}

import {
  provider = aws.imports
  to       = aws_sns_topic.alerts
  id       = "a"
}

module "topic" {
  source    = "./topic"
  providers = { aws = aws.passed }
}
