resource "terraform_data" "one" {
  provisioner "chef" {
    node_name = "one"
  }
}
