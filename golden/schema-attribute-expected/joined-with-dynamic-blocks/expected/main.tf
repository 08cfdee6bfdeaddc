terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 3.0"
    }
  }
}

variable "settings" {
  type = list(object({ name = string, value = string, all = list(string) }))
}

resource "helm_release" "ingress" {
  name  = "ingress"
  chart = "ingress"

  # Of all releases.
  set = concat(
    [for key, value in toset(["a", "b"]) : {
      name  = "x.${key}"
      value = value # the same
    }],
    # How many.
    [{
      name  = "replicas"
      value = var.settings[0].value
    }],
    [{
      name  = "zones"
      value = "3"
    }],
    # What the caller wants.
    [for key, value in var.settings : {
      name  = value.name
      value = value["value"]
    }]
  )

  set_sensitive = [for key, value in { for one in var.settings : one.name => one.value } : {
    name  = key
    value = value
  }]
}

# Left: a name in the expression is taken, and a comment has no place there.
resource "helm_release" "left" {
  name  = "left"
  chart = "left"

  dynamic "set_list" {
    for_each = var.settings
    content {
      name  = set_list.value.name
      value = [for value in set_list.value.all : upper(value)]
    }
  }

  dynamic "set" {
    # Only some.
    for_each = var.settings
    content {
      name  = set.value.name
      value = set.value.value
    }
  }
}
