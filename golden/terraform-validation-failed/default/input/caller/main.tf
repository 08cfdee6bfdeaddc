module "uses_it" {
  source = "../child"
}
