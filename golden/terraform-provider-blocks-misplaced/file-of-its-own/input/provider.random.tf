provider "random" {}

locals {
  length = 8
}
