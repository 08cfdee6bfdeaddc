data "archive_file" "a" {
  type = "zip"
}

module "inner" {
  source = "../inner"
}
