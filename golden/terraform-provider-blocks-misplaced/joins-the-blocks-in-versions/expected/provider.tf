# Where everything runs.
provider "aws" {
  region = "eu-central-1"
}
