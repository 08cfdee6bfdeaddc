module "set_by_an_override" {
  cidr_block = "10.0.0.0/16"
}
