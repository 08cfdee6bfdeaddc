provider "aws" {
  alias = "replica"
}
