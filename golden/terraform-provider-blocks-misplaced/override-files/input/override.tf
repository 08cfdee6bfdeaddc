provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
}
