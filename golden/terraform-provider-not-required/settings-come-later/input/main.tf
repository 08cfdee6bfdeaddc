resource "digitalocean_droplet" "web" {
  name   = "web"
  image  = "ubuntu-24-04-x64"
  region = "fra1"
  size   = "s-1vcpu-1gb"
}
