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
  dynamic "set" {
    for_each = toset(["a", "b"])
    iterator = it
    content {
      name  = "x.${it.key}"
      value = it.value # the same
    }
  }

  # How many.
  set {
    name  = "replicas"
    value = var.settings[0].value
  }

  set {
    name  = "zones"
    value = "3"
  }

  # What the caller wants.
  dynamic "set" {
    for_each = var.settings
    content {
      name  = set.value.name
      value = set.value["value"]
    }
  }

  dynamic "set_sensitive" {
    for_each = { for one in var.settings : one.name => one.value }
    content {
      name  = set_sensitive.key
      value = set_sensitive.value
    }
  }
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
