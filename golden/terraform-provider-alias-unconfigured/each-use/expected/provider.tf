provider "aws" {
  alias  = "replica"
  region = var.replica_region
}
