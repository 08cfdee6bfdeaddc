resource "terraform_data" "one" {
  for_each = toset(["a"])
  input    = "${path.module}/${path.root}/${path.cwd}/${terraform.workspace}/${each.key}/${each.value}"

  connection {
    host = self.id
  }

  provisioner "remote-exec" {
    when       = destroy
    on_failure = continue
    inline     = ["echo ${self.id} ${each.key}"]
  }

  lifecycle {
    postcondition {
      condition     = self.id != each.key
      error_message = "It needs an id."
    }
  }
}

module "network" {
  source = "./network"
  count  = 2
  number = count.index
}

import {
  for_each = toset(["a"])
  to       = terraform_data.one[each.key]
  id       = each.value
}

check "health" {
  data "http" "one" {
    provider = http
    url      = "https://example.org"
  }

  assert {
    condition     = data.http.one.status_code == 200
    error_message = "It is not healthy."
  }
}
