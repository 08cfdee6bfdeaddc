resource "terraform_data" "one" {
  provisioner "chef" {
    node_name = "one"
  }
}

resource "terraform_data" "two" {
  provisioner "locale-exec" {
    command = "true"
  }
}

resource "terraform_data" "three" {
  provisioner "ansible" {
    playbook = "site.yml"
  }
}
