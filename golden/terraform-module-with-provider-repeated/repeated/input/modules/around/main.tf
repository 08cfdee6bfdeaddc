module "topic" {
  source = "../topic"
}
