resource "terraform_data" "one" {
  dynamic "lifecycle" {
    for_each = [1]
    content {
      create_before_destroy = true
    }
  }
}

module "network" {
  source = "./network"

  lifecycle {
    create_before_destroy = true
  }
}
