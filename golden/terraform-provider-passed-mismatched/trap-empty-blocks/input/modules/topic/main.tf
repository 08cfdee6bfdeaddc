provider "aws" {}

provider "aws" {
  alias = "replica"
}
