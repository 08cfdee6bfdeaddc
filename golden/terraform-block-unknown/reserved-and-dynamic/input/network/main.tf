locals {
  stage = "test"
}
