locals {
  size = "large"
}
