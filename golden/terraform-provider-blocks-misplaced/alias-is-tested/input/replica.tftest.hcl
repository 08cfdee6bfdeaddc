provider "aws" {
  alias  = "replica"
  region = "eu-west-1"
}

run "plan" {
  command = plan
}
