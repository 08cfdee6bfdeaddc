mock_provider "aws" {
  alias = "mocked"
}

provider "aws" {
  region = "eu-west-1"
}

run "plan" {
  providers = {
    aws         = aws
    aws.replica = aws.mocked
  }
}

run "other" {
  providers = {
    aws    = aws.mokced
    random = random
  }
}
