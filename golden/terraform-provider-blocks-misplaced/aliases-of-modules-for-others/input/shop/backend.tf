# With a live root beside them, the modules are no collection.
terraform {
  backend "s3" {}
}
