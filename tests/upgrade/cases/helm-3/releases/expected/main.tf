terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 3.0"
    }
  }
}

provider "helm" {
  kubernetes = {
    config_path = "~/.kube/config"
  }

  experiments = {
    manifest = true
  }
}

resource "helm_release" "grafana" {
  name  = "grafana"
  chart = "grafana"

  set = concat(
    [{
      name  = "replicas"
      value = "2"
    }],
    [for key, value in var.settings : {
      name  = key
      value = value
    }]
  )

  set_sensitive = [{
    name  = "adminPassword"
    value = var.password
  }]

  postrender = {
    binary_path = "./kustomize.sh"
  }
}

data "helm_template" "grafana" {
  name  = "grafana"
  chart = "grafana"

  set = [{
    name  = "tag"
    value = "11"
    type  = "string"
  }]
}

variable "settings" {
  type    = map(string)
  default = {}
}

variable "password" {
  type = string
}

output "revision" {
  value = helm_release.grafana.metadata.revision
}

output "versions" {
  value = helm_release.grafana.metadata.*.version
}
