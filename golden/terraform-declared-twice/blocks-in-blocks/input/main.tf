resource "terraform_data" "one" {
  lifecycle {
    create_before_destroy = true
  }

  lifecycle {
    prevent_destroy = true
  }
}
